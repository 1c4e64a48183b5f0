// AI-generated: GPT-4, 7/20/23

// AI-generated: date: 2024-13-40, tool: Codex
