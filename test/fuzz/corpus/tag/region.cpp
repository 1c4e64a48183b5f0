// --- [BEGIN AI-GENERATED] LOOKUP ---
int f();
// --- [END AI-GENERATED] ---
// AI CODE STARTS
int g();
