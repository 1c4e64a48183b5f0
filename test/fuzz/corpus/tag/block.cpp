/**
 * AI-assisted: Cursor (Claude Opus 4)
 * prompt: "first
 *   second, with a \"quote\""
 * reviewed-by: Ann
 */
int f();
