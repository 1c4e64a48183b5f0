// Odd: templates, specialised in part and in full, instantiated by hand
template <class T, int N> struct Array {
  /* AI-generated: GPT-4 */
  T sum() const { T r = T(); for (int i = 0; i < N; ++i) r += items[i]; return r; }
  /* AI-generated: GPT-4 */
  template <class U> U as() const;
  T items[N];
};
/* AI-generated: GPT-4 */
template <class T, int N> template <class U> U Array<T, N>::as() const { return U(items[0]); }
template <class T> struct Array<T, 0> {
  /* AI-generated: GPT-4 */
  T sum() const { return T(); }
};
/* AI-generated: GPT-4 */
template <> int Array<int, 1>::sum() const { return items[0]; }
/* AI-generated: GPT-4 */
template <class T> T largest(T a, T b) { return a < b ? b : a; }
/* AI-generated: GPT-4 */
template <> const char* largest(const char* a, const char* b) { return *a < *b ? b : a; }
template int largest(int, int);
template struct Array<long, 3>;
/* AI-generated: GPT-4 */
int main() { Array<int, 2> a = { { 1, 2 } }; Array<int, 0> none; Array<int, 1> one = { { 5 } }; return a.sum() - 3 + none.sum() + one.sum() - 5 + int(a.as<double>()) - 1 + largest(0, -1) + (*largest("a", "b") != 'b'); }
