// AI-generated: GPT-4
// prompt: "a
// b"
