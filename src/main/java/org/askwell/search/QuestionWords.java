package org.askwell.search;

import java.util.List;
import java.util.Set;

/**
 * Words that make a text a question but say nothing of what it is about; they are taken out of what people ask, never
 * out of what is searched.
 */
final class QuestionWords {

    private static final Set<String> ENGLISH = Set.copyOf(List.of(
            ("a an and any anyone are as at be been being but by can cannot could did do does doing done for from get gets"
                            + " had has have having he her here him his how i if in into is it its just let lets may me might"
                            + " mine must my need needs of on or our ours out please shall she should so some somebody someone"
                            + " something tell than that the their them then there these they this those to too up us use used using"
                            + " very want wants was we were what whats when where wheres which who whom whose why will with"
                            + " would you your yours about after also am because before during each happen happens im ive id"
                            + " know not dont doesnt cant t s d m ll ve re hello hi thanks thank")
                    .split(" ")));

    private static final Set<String> CHINESE =
            Set.copyOf(List.of(("的 了 吗 呢 吧 啊 呀 么 嘛 哦 哪 哪些 哪个 哪里 哪儿 哪种 怎么 怎样 怎么样 怎么办 如何 什么 为什么 为何 何时 多少 几 几个 谁 谁的"
                            + " 请 请问 您好 你好 谢谢 麻烦 我 我们 你 你们 您 他 她 它 他们 这 那 这个 那个 这些 那些 这样 那样 是 是不是 是否"
                            + " 有没有 有 能 能不能 能否 可以 可不可以 可否 会 会不会 要 想 想要 需要 应该 应当 该 得 地 着 过 在 和 与 及 或 或者 还是"
                            + " 也 都 就 才 又 再 很 把 被 让 给 对 对于 关于 从 到 向 以 而 但 但是 如果 因为 所以 一下 一个 一些 知道 告诉 办 做 去 来 不 没 没有 吗"
                            + " 还 只 等 后 时 时候 问题 情况 下 上 里 中 个 种 之 其")
                    .split(" ")));

    private QuestionWords() {}

    /** @param word in lower case, before stemming */
    static boolean english(String word) {
        return ENGLISH.contains(word);
    }

    /** @param word simplified */
    static boolean chinese(String word) {
        return CHINESE.contains(word);
    }
}
