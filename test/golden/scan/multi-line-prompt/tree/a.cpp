/**
 * AI-generated: Claude Sonnet 4, 2025-06-01
 * prompt: "write a parser
 *   that never fails"
 * reviewed-by: grace
 */
int parse(const char* text) {
  return text != nullptr;
}
