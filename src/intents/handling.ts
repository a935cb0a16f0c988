/** 怎么处理的, 受了什么处分. */
export const ASKS_HANDLING =
  /(?:怎么|如何|咋|怎样)(?:个)?(?:处理|处置|处分|问责|追责|惩处|办)的?|(?:什么|啥|哪些)(?:处理|处分|处罚|后果)/u;
/** What is done with persons, in the words of the genre. */
export const HANDLING =
  /予以|给予|处分|诫勉|提醒谈话|谈话提醒|批评教育|问责|免职|免去|降职|降薪|清退|移交|移送|立案|判处|辞去|调整岗位|决定/u;
