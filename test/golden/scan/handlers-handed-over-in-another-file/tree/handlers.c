#include "handlers.h"

static volatile sig_atomic_t seen;

/* AI-generated: GPT-4, 2024-01-15 */
void onTerm(int number) { seen = number; }

/* AI-generated: GPT-4, 2024-01-15 */
void onChild(int number, siginfo_t* info, void* context) {
  (void)info, (void)context;
  seen = number;
}

/* AI-generated: GPT-4, 2024-01-15 */
void onHangUp(int number) { seen = number; }

/* AI-generated: GPT-4, 2024-01-15 */
void onUser(int number) { seen = number; }

/* AI-generated: GPT-4, 2024-01-15 */
int onTermination(int number) { return seen + number; }
