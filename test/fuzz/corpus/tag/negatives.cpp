// AI-generated: no
int a;
// AI Use: No AI
int b;
// AI-generated: no price, no advice
int c;
