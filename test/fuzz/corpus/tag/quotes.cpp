// AI-generated: GPT-4, prompt: “curly, one”

// AI-modified: «x», prompt: never closed "a
