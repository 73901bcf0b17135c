package org.gongshi.generator.guard;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Children named beside their class (班级与姓名): {@code 三年级二班的李小萌被…}, {@code 李小萌（三年级二班）}. Names are of the frequent Chinese
 * surnames or are Mongolian ones, which have no surname. In running text a name ends where a word begins that tells of a person; a rare
 * surname, and a name in front of another word, cannot be told from other words.
 */
final class PupilNames {
    // The hundred most frequent surnames of the 2020 census and some more.
    private static final String SURNAME = "[王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘"
            + "杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚包乌斯巴额]";
    /** Words that begin like a name. */
    private static final String NO_NAME =
            "(?!常年|高年|高[一二三]|任课|任教|马上|何时|许多|包括|方面|方便|白天|曾经|陈述|金额|高于|万[人元]|余[人名]|段考|石头|史地|武术|田径|夏季"
                    + "|钱款|雷雨|易拉|龙头|康复|毛笔|罗列|张贴|范围|程度|郑重|谢绝|于[是此]|.(?:老师|校长|主任|书记|园长|教师|某)|.{0,2}班)";

    private static final String CHINESE = NO_NAME + SURNAME + "[\\p{IsHan}某]{1,2}";
    /** In running text the first of two readings counts: three characters before two. */
    private static final String MONGOLIAN =
            "[巴乌斯萨宝阿哈那苏其呼敖布朝达额恩嘎格孟莫尼诺塔图托旺锡伊扎娜青高牧]" + "[特尔日娜仁高娃琴力德茹斯巴根木罕图雅其格乐苏和勒吉呼楞布拉登毕朝鲁音云托娅莎满都哈达]{1,3}";

    static final String NAME = "(?:" + MONGOLIAN + "|" + CHINESE + ")";

    private static final String NUMBER = "[0-9０-９一二三四五六七八九十]";
    private static final String GRADE = "(?:[一二三四五六七八九]年级|[高初][一二三]|[0-9]年级|[大中小])";
    private static final String CLASS = "[（(]?" + NUMBER + "{1,2}[)）]?班";
    private static final String ENDS = "(?=同学|小朋友|[、，,。；;（(）)\\s<]|$)";
    private static final String TELLS = "(?=被|反映|获|荣获|称|说|表示|因|在|受伤|受到|退学|休学|转学|辍学|缺席|缺课|来信|来访|来电|申请|投诉|举报|摔|患|对|失踪|走失"
            + "|参加|考|的(?:[父母爷奶]|家长|监护人|来信|姐|哥|弟|妹))";

    /** Each name is the only group of its pattern. */
    static final List<Pattern> BESIDE_A_CLASS = List.of(
            Pattern.compile(GRADE + "?" + CLASS + "的?(?:学生|同学|小朋友|幼儿)?[:：]?\\s?(?:姓名[:：]\\s?)?(" + NAME + ")(?:" + ENDS
                    + "|" + TELLS + ")"),
            Pattern.compile("(?<![\\p{IsHan}])(?:学生)?(" + NAME + ")\\s?[（(，,]\\s?" + GRADE + CLASS),
            Pattern.compile("学生(" + NAME + ")\\s?[（(，,]\\s?" + GRADE + "?" + CLASS));

    private PupilNames() {}
}
