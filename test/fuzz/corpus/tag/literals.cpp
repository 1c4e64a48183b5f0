auto s = R"x(// AI-generated: GPT-4)x"; char c = 0x1'0; // AI-generated: GPT-5
