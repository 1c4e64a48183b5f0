#include <assay/inserted.h> // x
int f() { ASSAY_INSERTED_GUARD(0x0123456789abcdef, "f"); return 1; }
