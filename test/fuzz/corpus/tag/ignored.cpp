// assay-ignore-start
// AI-generated: GPT-4
// assay-ignore-end
int x; // AI-generated assay:ignore
