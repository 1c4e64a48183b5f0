#include <assay/inserted.h> // A device has no runtime to report to.
#define __device__ __attribute__((device))
#define __global__ __attribute__((global))
#define __host__ __attribute__((host))

// AI-generated: GPT-4, 2024-01-15
__device__ int onDevice(int n) {
  return n + 1;
}

// AI-generated: GPT-4, 2024-01-15
__global__ void kernel(int* n) {
  *n = onDevice(*n);
}

// AI-generated: GPT-4, 2024-01-15
__host__ int onHost(int n) { ASSAY_INSERTED_GUARD(0x1962b46aa3419327, "onHost");
  return n + 1;
}

// AI-generated: GPT-4, 2024-01-15
__host__ __device__ int onBoth(int n) {
  return n + 1;
}
