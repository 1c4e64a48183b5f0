// [BEGIN AI-GENERATED] GPT-4
int by_model() { return 0; }

// AI Use: No AI
int by_hand() { return 0; }
// [END AI-GENERATED]
