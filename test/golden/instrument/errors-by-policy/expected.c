#include <assay/inserted.h> // AI-generated: GPT-4, 2024-01-15, prompt: "find the place"
int place_of(const char *text, char wanted)
{ ASSAY_INSERTED_GUARD(0x712a474af8e68500, "place_of");
  if (!text) { ASSAY_INSERTED_FAILS(0x712a474af8e68500); return -1; ASSAY_INSERTED_END }
  int place = 0;
  while (text[place] && text[place] != wanted) place++;
  return ASSAY_INSERTED_NEGATIVE(0x712a474af8e68500) text[place] ? place : -1 ASSAY_INSERTED_NEGATIVE_END(0x712a474af8e68500);
}

// AI-generated: GPT-4, 2024-01-15, prompt: "copy the text", errors: nullptr
char *copied(char *to, const char *from)
{ ASSAY_INSERTED_GUARD(0x09179004260b6d78, "copied");
  if (!from) { ASSAY_INSERTED_FAILS(0x09179004260b6d78); return 0; ASSAY_INSERTED_END }
  char *end = to;
  while ((*end++ = *from++)) {}
  return ASSAY_INSERTED_ZERO(0x09179004260b6d78) to ASSAY_INSERTED_ZERO_END(0x09179004260b6d78);
}

// AI-generated: GPT-4, 2024-01-15, prompt: "the sign", errors: none
int sign_of(int number)
{ ASSAY_INSERTED_GUARD(0xba7ca65828c9db49, "sign_of");
  if (number < 0) return -1;
  return number > 0;
}
