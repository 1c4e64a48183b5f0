// Odd: macros that are empty, attributes or CUDA's words
#define __global__
#define __device__
#define __host__
#define EXPORT __attribute__((visibility("default")))
#define API(type) EXPORT type
#define NAMESPACE_BEGIN
// AI-generated: GPT-4
__global__ void kernel(int *x) { *x = 0; }
// AI-generated: GPT-4
__device__ __host__ EXPORT int f(int x) { return x; }
// AI-generated: GPT-4
API(int) g(int x) { return x; }
NAMESPACE_BEGIN
// AI-generated: GPT-4
NAMESPACE_BEGIN int h(int x) { return x; }
// AI-generated: GPT-4
int main(void) { int x = 1; kernel(&x); return x + f(0) + g(0) + h(0); }
