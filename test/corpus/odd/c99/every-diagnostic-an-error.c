// Odd: as strict as kernels are built
// with: -Werror -Wundef -Wstrict-prototypes -Wno-trigraphs -fno-strict-aliasing -fno-common -fshort-wchar -Werror=implicit-function-declaration -Wframe-larger-than=1024 -Wvla -fno-strict-overflow -fno-stack-check -fno-delete-null-pointer-checks
// AI-generated: GPT-4
int f(const int *p) { return p ? *p : 0; }
// AI-generated: GPT-4
int g(void) { char local[512]; local[0] = 1; return local[0]; }
