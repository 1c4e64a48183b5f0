// [BEGIN AI-GENERATED] GPT-4
int one() { return 1; }
int two() { return 2; }
// [END AI-GENERATED]
int three() { return 3; }
