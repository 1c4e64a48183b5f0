/* Odd: comments wherever a token may stand */
/* with: -pedantic-errors */
/* AI-generated file: GPT-4, 2024-01-15, errors: negative false nullptr */

static/**/int/*{*/f/*(*/(/*)*/int/*;*/n/*,*/)/*
*/{/*}*/return/*"*/-/*'*/n/*??/*/;/*{*/}/*
*/int/**/main/**/(/**/)/**/{/**/return/**/f/**/(/**/0/**/)/**/;/**/}
