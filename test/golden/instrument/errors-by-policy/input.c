// AI-generated: GPT-4, 2024-01-15, prompt: "find the place"
int place_of(const char *text, char wanted)
{
  if (!text) return -1;
  int place = 0;
  while (text[place] && text[place] != wanted) place++;
  return text[place] ? place : -1;
}

// AI-generated: GPT-4, 2024-01-15, prompt: "copy the text", errors: nullptr
char *copied(char *to, const char *from)
{
  if (!from) return 0;
  char *end = to;
  while ((*end++ = *from++)) {}
  return to;
}

// AI-generated: GPT-4, 2024-01-15, prompt: "the sign", errors: none
int sign_of(int number)
{
  if (number < 0) return -1;
  return number > 0;
}
