package org.askwell.knowledge;

import static jakarta.persistence.EnumType.STRING;
import static jakarta.persistence.GenerationType.SEQUENCE;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.askwell.common.Refusal;
import org.askwell.common.db.StringsConverter;
import org.askwell.people.Caller;

/**
 * A library of a desk or of the whole company.
 *
 * <p>An administrator makes it, names it, says who may read it and whether texts are looked at before readers see them; its curators fill it. Its slug stands in addresses
 * and never changes.
 */
@Entity
@Table(name = "knowledge_space")
public class Space {

    private static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9-]{0,59}");
    /** Pages that stand beside the spaces under {@code /knowledge}. */
    private static final Set<String> TAKEN = Set.of("gaps", "new", "search");

    @Id
    @GeneratedValue(strategy = SEQUENCE, generator = "knowledge_space_seq")
    @SequenceGenerator(name = "knowledge_space_seq", sequenceName = "knowledge_space_seq", allocationSize = 50)
    private Long id;

    @Version
    private int version;

    @Column(nullable = false, unique = true, updatable = false)
    private String slug;

    @Column(name = "name_zh")
    private String nameZh;

    @Column(name = "name_en")
    private String nameEn;

    @Column(name = "description_zh")
    private String descriptionZh;

    @Column(name = "description_en")
    private String descriptionEn;

    @Convert(converter = StringsConverter.class)
    private List<String> audience;

    @Enumerated(STRING)
    private ReviewRule review = ReviewRule.NONE;

    protected Space() {} // JPA

    public Space(String slug, SpaceSettings settings) {
        if (!SLUG.matcher(slug).matches() || TAKEN.contains(slug)) {
            throw Refusal.invalid("space-slug", slug);
        }
        this.slug = slug;
        take(settings);
    }

    public final KnowledgeEvent.SpaceChanged take(SpaceSettings settings) {
        nameZh = settings.nameZh();
        nameEn = settings.nameEn();
        descriptionZh = settings.descriptionZh();
        descriptionEn = settings.descriptionEn();
        audience = settings.visibility().tokens();
        return new KnowledgeEvent.SpaceChanged(slug);
    }

    /** From now on texts are looked at before readers see them, or are not. */
    KnowledgeEvent.SpaceChanged ask(ReviewRule rule) {
        review = rule;
        return new KnowledgeEvent.SpaceChanged(slug);
    }

    public String slug() {
        return slug;
    }

    /** The name in the reader's language. */
    public String name(Locale locale) {
        return "zh".equals(locale.getLanguage()) ? nameZh : nameEn;
    }

    public String description(Locale locale) {
        return "zh".equals(locale.getLanguage()) ? descriptionZh : descriptionEn;
    }

    public SpaceSettings settings() {
        return new SpaceSettings(nameZh, nameEn, descriptionZh, descriptionEn, new Visibility(audience));
    }

    public Visibility visibility() {
        return new Visibility(audience);
    }

    /** Whether there is anybody who may not read what is published here. */
    boolean isRestricted() {
        return !audience.contains(Caller.EVERYONE);
    }

    /** What is asked for before readers see a text. */
    public ReviewRule review() {
        return review;
    }

    /** Everyone who holds one of these tokens may read what is published here; the curators always may. */
    public Set<String> audience() {
        var tokens = new TreeSet<>(audience);
        tokens.add("space:" + slug);
        return tokens;
    }
}
