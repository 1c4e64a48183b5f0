// SPDX-SnippetBegin
// AI-generated: o3
int f();
// SPDX-SnippetEnd
