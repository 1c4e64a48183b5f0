/* Odd: a program that uses assay's own words for its functions and variables */
struct assay { int v1; };
/* AI-generated: GPT-4 */
static int assay_guard(int id) { return id; }
/* AI-generated: GPT-4 */
static int v1(int name) { struct assay assay; int assay_guard_id = name; assay.v1 = assay_guard_id; return assay.v1; }
/* AI-generated: GPT-4 */
static int assay(int assay_v1_u64) { return assay_v1_u64; }
/* AI-generated: GPT-4 */
int main(void) { return assay_guard(0) + v1(0) + assay(0); }
