// AI-generated: GPT-4, 2024-01-15, prompt: "fee of a posting"
long feeOf(long cents) {
  if (cents < 0) return 0;
  long fee = cents / 200;
  return fee;
}

// AI-generated: GPT-4, 2024-01-15, prompt: "rebate of a customer"
long rebateOf(long cents) { return cents / 50; }

// AI-generated: GPT-4, 2024-01-15, prompt: "interest of a year"
double interestOf(double cents, double rate) {
  double interest = cents * rate;
  return interest / 100;
}

// AI-generated: GPT-4, 2024-06-01, prompt: "tax of a posting"
long taxOf(long cents) {
  return cents / 5;
}

long roundedOf(long cents) {
  long whole = cents / 100;
  {  // AI-generated: GPT-4, 2024-01-15
    if (whole * 100 < cents) ++whole;
    whole *= 100;
  }
  return whole;
}
