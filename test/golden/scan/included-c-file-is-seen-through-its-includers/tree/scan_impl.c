/* AI-generated: GPT-4, 2024-01-15, scope: file */

#ifdef SCAN_IMPL
static int PREFIX(scan)(const unit_t *text) {
  int n = 0;
  while (text[n])
    ++n;
  return n;
}
/* AI-generated: Claude Opus 4, 2024-02-01, prompt: "the last unit" */
static int PREFIX(last)(const unit_t *text) { return text[PREFIX(scan)(text) - 1]; }
#endif
