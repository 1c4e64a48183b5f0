// Odd: #warning inside of a body
// AI-generated: GPT-4
static int f(int x) {
#warning "inside"
  return x;
}
// AI-generated: GPT-4
int main() { return f(0); }
