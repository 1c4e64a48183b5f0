#include <signal.h>

void onTerm(int number);
void onChild(int number, siginfo_t* info, void* context);
void onHangUp(int number);
void onUser(int number);
int onTermination(int number);
