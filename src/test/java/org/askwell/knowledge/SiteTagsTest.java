package org.askwell.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SiteTagsTest {

    @Test
    void a_tag_that_names_a_page_becomes_its_path() {
        assertThat(SiteTags.without(
                        "See [the printers]({% page \"/office/printers/#paper\" %}) and {% link a/b.md %}."))
                .isEqualTo("See [the printers](/office/printers/#paper) and a/b.md.");
    }

    @Test
    void a_channel_keeps_its_name_and_the_base_address_goes() {
        assertThat(SiteTags.without("Ask in {% slack_channel \"printers\" %}: {{ site.baseurl }}/help"))
                .isEqualTo("Ask in #printers: /help");
    }

    @Test
    void a_channel_with_a_label_is_one_as_well() {
        assertThat(SiteTags.without("* {% slack_channel \"dc\" \"Washington\" %}\n* {% slack_channel 'nyc' %}"))
                .isEqualTo("* #dc\n* #nyc");
    }

    @Test
    void a_picture_stays_one_with_its_words() {
        assertThat(
                        SiteTags.without(
                                "{% image \"_img/a.png\" \"a printer\" %} {% image_with_class \"/b.png\" \"border\" \"paper jam\" %} {% image \"c.png\" %}"))
                .isEqualTo("![a printer](/_img/a.png) ![paper jam](/b.png) ![](/c.png)");
    }

    @Test
    void comments_go_and_blocks_lose_only_their_tags() {
        assertThat(SiteTags.without(
                        "A{% comment %}not for readers{% endcomment %}B {% alert %}Mind the paper.{% endalert %}"))
                .isEqualTo("AB Mind the paper.");
    }

    @Test
    void fenced_code_and_what_is_no_tag_of_a_site_stay_as_they_are() {
        var text = "```\n{% page \"/x\" %}\n```\nA {{ name }} and {% unheard of %} at 100 %}.";

        assertThat(SiteTags.without(text)).isEqualTo(text);
    }

    @Test
    void a_fence_that_never_ends_holds_the_rest() {
        var text = "~~~ liquid\n{% raw %}";

        assertThat(SiteTags.without(text)).isEqualTo(text);
    }
}
