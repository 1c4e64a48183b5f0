// Odd: a body that is fed by #embed
// AI-generated: GPT-4
static int f() { static const unsigned char bytes[] = {
#embed "embed.inc"
  }; return bytes[0] - 'e'; }
// AI-generated: GPT-4
int main() { return f(); }
