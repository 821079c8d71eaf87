/** One small language for conditions (CEL), with its mistakes told by place and its failures by part. Start with {@link org.askwell.expression.ExpressionLanguage}. */
@NullMarked
package org.askwell.expression;

import org.jspecify.annotations.NullMarked;
