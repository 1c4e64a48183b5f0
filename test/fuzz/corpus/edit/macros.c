#define BEGIN { \
  {

#define F(x) int x() {
F(a) }
BEGIN }
