#pragma once
// AI-generated: GPT-4, 2024-01-15, prompt: "sum"
int sum(int a, int b);
