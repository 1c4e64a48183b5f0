// AI-generated: GPT-4, 2026-01-15, prompt: "fee of a posting"
long feeOf(long cents) {
  long fee = cents / 200;
  return fee > 0 ? fee : 1;
}

// AI-generated: Claude Opus 4, 2026-01-15
long rebateOf(long cents) {
  return cents / 50;
}

// AI-assisted: GPT-4, tool: Cursor
long taxOf(long cents) {
  long tax = cents / 5;
  return tax;
}

// AI-generated: GPT-4
long interestOf(long cents) {
  return cents / 100;
}
