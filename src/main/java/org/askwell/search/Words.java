package org.askwell.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;
import org.apache.lucene.analysis.FilteringTokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cn.smart.HMMChineseTokenizer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;

/**
 * The three ways a text is taken apart; together they cover it, and no word is counted by two of them in one language.
 *
 * <p>Chinese words give precision, pairs of characters find what the segmenter cut wrongly, and the stems of everything
 * written with letters find "installing" by "install". Texts must be {@linkplain Folding#fold folded} first.
 */
enum Words {
    /** Chinese words, as the segmenter sees them. */
    HAN {
        @Override
        Analyzer analyzer() {
            return new Analyzer() {
                @Override
                protected TokenStreamComponents createComponents(String field) {
                    var source = new HMMChineseTokenizer();
                    return new TokenStreamComponents(source, new OnlyHan(source));
                }
            };
        }
    },
    /** Each two neighbouring characters of scripts without spaces. */
    PAIRS {
        @Override
        Analyzer analyzer() {
            return new Analyzer() {
                @Override
                protected TokenStreamComponents createComponents(String field) {
                    var source = new StandardTokenizer();
                    return new TokenStreamComponents(source, new CJKBigramFilter(new Spaced(source, false)));
                }
            };
        }
    },
    /** Stems of words and numbers in scripts with spaces. */
    STEMS {
        @Override
        Analyzer analyzer() {
            return new Analyzer() {
                @Override
                protected TokenStreamComponents createComponents(String field) {
                    var source = new StandardTokenizer();
                    var words = new ICUFoldingFilter(new EnglishPossessiveFilter(new Spaced(source, true)));
                    return new TokenStreamComponents(source, new PorterStemFilter(words));
                }
            };
        }
    };

    private static final Analyzer[] ANALYZERS = {HAN.analyzer(), PAIRS.analyzer(), STEMS.analyzer()};

    /** One word of a text and where it stands there. */
    record Token(String term, int start, int end) {}

    abstract Analyzer analyzer();

    /** The one analyzer of this kind; safe for many threads. */
    Analyzer shared() {
        return ANALYZERS[ordinal()];
    }

    /** Chooses by the name of the field, which ends in the name of the kind. */
    static Analyzer byField() {
        return new DelegatingAnalyzerWrapper(Analyzer.PER_FIELD_REUSE_STRATEGY) {
            @Override
            protected Analyzer getWrappedAnalyzer(String field) {
                for (var kind : values()) {
                    if (field.endsWith(QueryWords.field(kind))) {
                        return kind.shared();
                    }
                }
                throw new IllegalArgumentException("No words in " + field);
            }
        };
    }

    List<Token> of(String folded) {
        var found = new ArrayList<Token>();
        try (var stream = shared().tokenStream("", folded)) {
            var term = stream.addAttribute(CharTermAttribute.class);
            var offset = stream.addAttribute(OffsetAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                found.add(new Token(term.toString(), offset.startOffset(), offset.endOffset()));
            }
            stream.end();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return found;
    }

    private static final class OnlyHan extends FilteringTokenFilter {
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

        OnlyHan(TokenStream in) {
            super(in);
        }

        @Override
        protected boolean accept() {
            return term.length() > 0
                    && Character.UnicodeScript.of(Character.codePointAt(term.buffer(), 0, term.length()))
                            == Character.UnicodeScript.HAN;
        }
    }

    /** Keeps what is written with spaces between words, or what is not. */
    private static final class Spaced extends FilteringTokenFilter {
        private static final String LETTERS = StandardTokenizer.TOKEN_TYPES[StandardTokenizer.ALPHANUM];
        private static final String NUMBER = StandardTokenizer.TOKEN_TYPES[StandardTokenizer.NUM];
        private static final String EMOJI = StandardTokenizer.TOKEN_TYPES[StandardTokenizer.EMOJI];

        private final TypeAttribute type = addAttribute(TypeAttribute.class);
        private final boolean wanted;

        Spaced(TokenStream in, boolean wanted) {
            super(in);
            this.wanted = wanted;
        }

        @Override
        protected boolean accept() {
            return !EMOJI.equals(type.type()) && (LETTERS.equals(type.type()) || NUMBER.equals(type.type())) == wanted;
        }
    }
}
