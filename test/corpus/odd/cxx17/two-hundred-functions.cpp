// Odd: two hundred functions of one line
// AI-generated: GPT-4
static int f0(int x) { return x + 0; }
// AI-generated: GPT-4
static int f1(int x) { return x + 1; }
// AI-generated: GPT-4
static int f2(int x) { return x + 2; }
// AI-generated: GPT-4
static int f3(int x) { return x + 3; }
// AI-generated: GPT-4
static int f4(int x) { return x + 4; }
// AI-generated: GPT-4
static int f5(int x) { return x + 5; }
// AI-generated: GPT-4
static int f6(int x) { return x + 6; }
// AI-generated: GPT-4
static int f7(int x) { return x + 7; }
// AI-generated: GPT-4
static int f8(int x) { return x + 8; }
// AI-generated: GPT-4
static int f9(int x) { return x + 9; }
// AI-generated: GPT-4
static int f10(int x) { return x + 10; }
// AI-generated: GPT-4
static int f11(int x) { return x + 11; }
// AI-generated: GPT-4
static int f12(int x) { return x + 12; }
// AI-generated: GPT-4
static int f13(int x) { return x + 13; }
// AI-generated: GPT-4
static int f14(int x) { return x + 14; }
// AI-generated: GPT-4
static int f15(int x) { return x + 15; }
// AI-generated: GPT-4
static int f16(int x) { return x + 16; }
// AI-generated: GPT-4
static int f17(int x) { return x + 17; }
// AI-generated: GPT-4
static int f18(int x) { return x + 18; }
// AI-generated: GPT-4
static int f19(int x) { return x + 19; }
// AI-generated: GPT-4
static int f20(int x) { return x + 20; }
// AI-generated: GPT-4
static int f21(int x) { return x + 21; }
// AI-generated: GPT-4
static int f22(int x) { return x + 22; }
// AI-generated: GPT-4
static int f23(int x) { return x + 23; }
// AI-generated: GPT-4
static int f24(int x) { return x + 24; }
// AI-generated: GPT-4
static int f25(int x) { return x + 25; }
// AI-generated: GPT-4
static int f26(int x) { return x + 26; }
// AI-generated: GPT-4
static int f27(int x) { return x + 27; }
// AI-generated: GPT-4
static int f28(int x) { return x + 28; }
// AI-generated: GPT-4
static int f29(int x) { return x + 29; }
// AI-generated: GPT-4
static int f30(int x) { return x + 30; }
// AI-generated: GPT-4
static int f31(int x) { return x + 31; }
// AI-generated: GPT-4
static int f32(int x) { return x + 32; }
// AI-generated: GPT-4
static int f33(int x) { return x + 33; }
// AI-generated: GPT-4
static int f34(int x) { return x + 34; }
// AI-generated: GPT-4
static int f35(int x) { return x + 35; }
// AI-generated: GPT-4
static int f36(int x) { return x + 36; }
// AI-generated: GPT-4
static int f37(int x) { return x + 37; }
// AI-generated: GPT-4
static int f38(int x) { return x + 38; }
// AI-generated: GPT-4
static int f39(int x) { return x + 39; }
// AI-generated: GPT-4
static int f40(int x) { return x + 40; }
// AI-generated: GPT-4
static int f41(int x) { return x + 41; }
// AI-generated: GPT-4
static int f42(int x) { return x + 42; }
// AI-generated: GPT-4
static int f43(int x) { return x + 43; }
// AI-generated: GPT-4
static int f44(int x) { return x + 44; }
// AI-generated: GPT-4
static int f45(int x) { return x + 45; }
// AI-generated: GPT-4
static int f46(int x) { return x + 46; }
// AI-generated: GPT-4
static int f47(int x) { return x + 47; }
// AI-generated: GPT-4
static int f48(int x) { return x + 48; }
// AI-generated: GPT-4
static int f49(int x) { return x + 49; }
// AI-generated: GPT-4
static int f50(int x) { return x + 50; }
// AI-generated: GPT-4
static int f51(int x) { return x + 51; }
// AI-generated: GPT-4
static int f52(int x) { return x + 52; }
// AI-generated: GPT-4
static int f53(int x) { return x + 53; }
// AI-generated: GPT-4
static int f54(int x) { return x + 54; }
// AI-generated: GPT-4
static int f55(int x) { return x + 55; }
// AI-generated: GPT-4
static int f56(int x) { return x + 56; }
// AI-generated: GPT-4
static int f57(int x) { return x + 57; }
// AI-generated: GPT-4
static int f58(int x) { return x + 58; }
// AI-generated: GPT-4
static int f59(int x) { return x + 59; }
// AI-generated: GPT-4
static int f60(int x) { return x + 60; }
// AI-generated: GPT-4
static int f61(int x) { return x + 61; }
// AI-generated: GPT-4
static int f62(int x) { return x + 62; }
// AI-generated: GPT-4
static int f63(int x) { return x + 63; }
// AI-generated: GPT-4
static int f64(int x) { return x + 64; }
// AI-generated: GPT-4
static int f65(int x) { return x + 65; }
// AI-generated: GPT-4
static int f66(int x) { return x + 66; }
// AI-generated: GPT-4
static int f67(int x) { return x + 67; }
// AI-generated: GPT-4
static int f68(int x) { return x + 68; }
// AI-generated: GPT-4
static int f69(int x) { return x + 69; }
// AI-generated: GPT-4
static int f70(int x) { return x + 70; }
// AI-generated: GPT-4
static int f71(int x) { return x + 71; }
// AI-generated: GPT-4
static int f72(int x) { return x + 72; }
// AI-generated: GPT-4
static int f73(int x) { return x + 73; }
// AI-generated: GPT-4
static int f74(int x) { return x + 74; }
// AI-generated: GPT-4
static int f75(int x) { return x + 75; }
// AI-generated: GPT-4
static int f76(int x) { return x + 76; }
// AI-generated: GPT-4
static int f77(int x) { return x + 77; }
// AI-generated: GPT-4
static int f78(int x) { return x + 78; }
// AI-generated: GPT-4
static int f79(int x) { return x + 79; }
// AI-generated: GPT-4
static int f80(int x) { return x + 80; }
// AI-generated: GPT-4
static int f81(int x) { return x + 81; }
// AI-generated: GPT-4
static int f82(int x) { return x + 82; }
// AI-generated: GPT-4
static int f83(int x) { return x + 83; }
// AI-generated: GPT-4
static int f84(int x) { return x + 84; }
// AI-generated: GPT-4
static int f85(int x) { return x + 85; }
// AI-generated: GPT-4
static int f86(int x) { return x + 86; }
// AI-generated: GPT-4
static int f87(int x) { return x + 87; }
// AI-generated: GPT-4
static int f88(int x) { return x + 88; }
// AI-generated: GPT-4
static int f89(int x) { return x + 89; }
// AI-generated: GPT-4
static int f90(int x) { return x + 90; }
// AI-generated: GPT-4
static int f91(int x) { return x + 91; }
// AI-generated: GPT-4
static int f92(int x) { return x + 92; }
// AI-generated: GPT-4
static int f93(int x) { return x + 93; }
// AI-generated: GPT-4
static int f94(int x) { return x + 94; }
// AI-generated: GPT-4
static int f95(int x) { return x + 95; }
// AI-generated: GPT-4
static int f96(int x) { return x + 96; }
// AI-generated: GPT-4
static int f97(int x) { return x + 97; }
// AI-generated: GPT-4
static int f98(int x) { return x + 98; }
// AI-generated: GPT-4
static int f99(int x) { return x + 99; }
// AI-generated: GPT-4
static int f100(int x) { return x + 100; }
// AI-generated: GPT-4
static int f101(int x) { return x + 101; }
// AI-generated: GPT-4
static int f102(int x) { return x + 102; }
// AI-generated: GPT-4
static int f103(int x) { return x + 103; }
// AI-generated: GPT-4
static int f104(int x) { return x + 104; }
// AI-generated: GPT-4
static int f105(int x) { return x + 105; }
// AI-generated: GPT-4
static int f106(int x) { return x + 106; }
// AI-generated: GPT-4
static int f107(int x) { return x + 107; }
// AI-generated: GPT-4
static int f108(int x) { return x + 108; }
// AI-generated: GPT-4
static int f109(int x) { return x + 109; }
// AI-generated: GPT-4
static int f110(int x) { return x + 110; }
// AI-generated: GPT-4
static int f111(int x) { return x + 111; }
// AI-generated: GPT-4
static int f112(int x) { return x + 112; }
// AI-generated: GPT-4
static int f113(int x) { return x + 113; }
// AI-generated: GPT-4
static int f114(int x) { return x + 114; }
// AI-generated: GPT-4
static int f115(int x) { return x + 115; }
// AI-generated: GPT-4
static int f116(int x) { return x + 116; }
// AI-generated: GPT-4
static int f117(int x) { return x + 117; }
// AI-generated: GPT-4
static int f118(int x) { return x + 118; }
// AI-generated: GPT-4
static int f119(int x) { return x + 119; }
// AI-generated: GPT-4
static int f120(int x) { return x + 120; }
// AI-generated: GPT-4
static int f121(int x) { return x + 121; }
// AI-generated: GPT-4
static int f122(int x) { return x + 122; }
// AI-generated: GPT-4
static int f123(int x) { return x + 123; }
// AI-generated: GPT-4
static int f124(int x) { return x + 124; }
// AI-generated: GPT-4
static int f125(int x) { return x + 125; }
// AI-generated: GPT-4
static int f126(int x) { return x + 126; }
// AI-generated: GPT-4
static int f127(int x) { return x + 127; }
// AI-generated: GPT-4
static int f128(int x) { return x + 128; }
// AI-generated: GPT-4
static int f129(int x) { return x + 129; }
// AI-generated: GPT-4
static int f130(int x) { return x + 130; }
// AI-generated: GPT-4
static int f131(int x) { return x + 131; }
// AI-generated: GPT-4
static int f132(int x) { return x + 132; }
// AI-generated: GPT-4
static int f133(int x) { return x + 133; }
// AI-generated: GPT-4
static int f134(int x) { return x + 134; }
// AI-generated: GPT-4
static int f135(int x) { return x + 135; }
// AI-generated: GPT-4
static int f136(int x) { return x + 136; }
// AI-generated: GPT-4
static int f137(int x) { return x + 137; }
// AI-generated: GPT-4
static int f138(int x) { return x + 138; }
// AI-generated: GPT-4
static int f139(int x) { return x + 139; }
// AI-generated: GPT-4
static int f140(int x) { return x + 140; }
// AI-generated: GPT-4
static int f141(int x) { return x + 141; }
// AI-generated: GPT-4
static int f142(int x) { return x + 142; }
// AI-generated: GPT-4
static int f143(int x) { return x + 143; }
// AI-generated: GPT-4
static int f144(int x) { return x + 144; }
// AI-generated: GPT-4
static int f145(int x) { return x + 145; }
// AI-generated: GPT-4
static int f146(int x) { return x + 146; }
// AI-generated: GPT-4
static int f147(int x) { return x + 147; }
// AI-generated: GPT-4
static int f148(int x) { return x + 148; }
// AI-generated: GPT-4
static int f149(int x) { return x + 149; }
// AI-generated: GPT-4
static int f150(int x) { return x + 150; }
// AI-generated: GPT-4
static int f151(int x) { return x + 151; }
// AI-generated: GPT-4
static int f152(int x) { return x + 152; }
// AI-generated: GPT-4
static int f153(int x) { return x + 153; }
// AI-generated: GPT-4
static int f154(int x) { return x + 154; }
// AI-generated: GPT-4
static int f155(int x) { return x + 155; }
// AI-generated: GPT-4
static int f156(int x) { return x + 156; }
// AI-generated: GPT-4
static int f157(int x) { return x + 157; }
// AI-generated: GPT-4
static int f158(int x) { return x + 158; }
// AI-generated: GPT-4
static int f159(int x) { return x + 159; }
// AI-generated: GPT-4
static int f160(int x) { return x + 160; }
// AI-generated: GPT-4
static int f161(int x) { return x + 161; }
// AI-generated: GPT-4
static int f162(int x) { return x + 162; }
// AI-generated: GPT-4
static int f163(int x) { return x + 163; }
// AI-generated: GPT-4
static int f164(int x) { return x + 164; }
// AI-generated: GPT-4
static int f165(int x) { return x + 165; }
// AI-generated: GPT-4
static int f166(int x) { return x + 166; }
// AI-generated: GPT-4
static int f167(int x) { return x + 167; }
// AI-generated: GPT-4
static int f168(int x) { return x + 168; }
// AI-generated: GPT-4
static int f169(int x) { return x + 169; }
// AI-generated: GPT-4
static int f170(int x) { return x + 170; }
// AI-generated: GPT-4
static int f171(int x) { return x + 171; }
// AI-generated: GPT-4
static int f172(int x) { return x + 172; }
// AI-generated: GPT-4
static int f173(int x) { return x + 173; }
// AI-generated: GPT-4
static int f174(int x) { return x + 174; }
// AI-generated: GPT-4
static int f175(int x) { return x + 175; }
// AI-generated: GPT-4
static int f176(int x) { return x + 176; }
// AI-generated: GPT-4
static int f177(int x) { return x + 177; }
// AI-generated: GPT-4
static int f178(int x) { return x + 178; }
// AI-generated: GPT-4
static int f179(int x) { return x + 179; }
// AI-generated: GPT-4
static int f180(int x) { return x + 180; }
// AI-generated: GPT-4
static int f181(int x) { return x + 181; }
// AI-generated: GPT-4
static int f182(int x) { return x + 182; }
// AI-generated: GPT-4
static int f183(int x) { return x + 183; }
// AI-generated: GPT-4
static int f184(int x) { return x + 184; }
// AI-generated: GPT-4
static int f185(int x) { return x + 185; }
// AI-generated: GPT-4
static int f186(int x) { return x + 186; }
// AI-generated: GPT-4
static int f187(int x) { return x + 187; }
// AI-generated: GPT-4
static int f188(int x) { return x + 188; }
// AI-generated: GPT-4
static int f189(int x) { return x + 189; }
// AI-generated: GPT-4
static int f190(int x) { return x + 190; }
// AI-generated: GPT-4
static int f191(int x) { return x + 191; }
// AI-generated: GPT-4
static int f192(int x) { return x + 192; }
// AI-generated: GPT-4
static int f193(int x) { return x + 193; }
// AI-generated: GPT-4
static int f194(int x) { return x + 194; }
// AI-generated: GPT-4
static int f195(int x) { return x + 195; }
// AI-generated: GPT-4
static int f196(int x) { return x + 196; }
// AI-generated: GPT-4
static int f197(int x) { return x + 197; }
// AI-generated: GPT-4
static int f198(int x) { return x + 198; }
// AI-generated: GPT-4
static int f199(int x) { return x + 199; }
// AI-generated: GPT-4
int main() { int r = 0; r += f0(0); r += f1(0); r += f2(0); r += f3(0); r += f4(0); r += f5(0); r += f6(0); r += f7(0); r += f8(0); r += f9(0); r += f10(0); r += f11(0); r += f12(0); r += f13(0); r += f14(0); r += f15(0); r += f16(0); r += f17(0); r += f18(0); r += f19(0); r += f20(0); r += f21(0); r += f22(0); r += f23(0); r += f24(0); r += f25(0); r += f26(0); r += f27(0); r += f28(0); r += f29(0); r += f30(0); r += f31(0); r += f32(0); r += f33(0); r += f34(0); r += f35(0); r += f36(0); r += f37(0); r += f38(0); r += f39(0); r += f40(0); r += f41(0); r += f42(0); r += f43(0); r += f44(0); r += f45(0); r += f46(0); r += f47(0); r += f48(0); r += f49(0); r += f50(0); r += f51(0); r += f52(0); r += f53(0); r += f54(0); r += f55(0); r += f56(0); r += f57(0); r += f58(0); r += f59(0); r += f60(0); r += f61(0); r += f62(0); r += f63(0); r += f64(0); r += f65(0); r += f66(0); r += f67(0); r += f68(0); r += f69(0); r += f70(0); r += f71(0); r += f72(0); r += f73(0); r += f74(0); r += f75(0); r += f76(0); r += f77(0); r += f78(0); r += f79(0); r += f80(0); r += f81(0); r += f82(0); r += f83(0); r += f84(0); r += f85(0); r += f86(0); r += f87(0); r += f88(0); r += f89(0); r += f90(0); r += f91(0); r += f92(0); r += f93(0); r += f94(0); r += f95(0); r += f96(0); r += f97(0); r += f98(0); r += f99(0); r += f100(0); r += f101(0); r += f102(0); r += f103(0); r += f104(0); r += f105(0); r += f106(0); r += f107(0); r += f108(0); r += f109(0); r += f110(0); r += f111(0); r += f112(0); r += f113(0); r += f114(0); r += f115(0); r += f116(0); r += f117(0); r += f118(0); r += f119(0); r += f120(0); r += f121(0); r += f122(0); r += f123(0); r += f124(0); r += f125(0); r += f126(0); r += f127(0); r += f128(0); r += f129(0); r += f130(0); r += f131(0); r += f132(0); r += f133(0); r += f134(0); r += f135(0); r += f136(0); r += f137(0); r += f138(0); r += f139(0); r += f140(0); r += f141(0); r += f142(0); r += f143(0); r += f144(0); r += f145(0); r += f146(0); r += f147(0); r += f148(0); r += f149(0); r += f150(0); r += f151(0); r += f152(0); r += f153(0); r += f154(0); r += f155(0); r += f156(0); r += f157(0); r += f158(0); r += f159(0); r += f160(0); r += f161(0); r += f162(0); r += f163(0); r += f164(0); r += f165(0); r += f166(0); r += f167(0); r += f168(0); r += f169(0); r += f170(0); r += f171(0); r += f172(0); r += f173(0); r += f174(0); r += f175(0); r += f176(0); r += f177(0); r += f178(0); r += f179(0); r += f180(0); r += f181(0); r += f182(0); r += f183(0); r += f184(0); r += f185(0); r += f186(0); r += f187(0); r += f188(0); r += f189(0); r += f190(0); r += f191(0); r += f192(0); r += f193(0); r += f194(0); r += f195(0); r += f196(0); r += f197(0); r += f198(0); r += f199(0); return r - 19900; }
