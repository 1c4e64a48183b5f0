// What the build compiles for the host.
int host();
