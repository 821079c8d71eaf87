/** What office programs and web pages put on the clipboard, as Markdown. Start with {@link org.askwell.common.paste.RichText}. */
@NullMarked
package org.askwell.common.paste;

import org.jspecify.annotations.NullMarked;
