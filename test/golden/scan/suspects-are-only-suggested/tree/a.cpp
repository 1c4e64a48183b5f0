// This was written with ChatGPT and then cleaned up.
int value() { return 0; }
