/** The database: which one, its schema, its types. Start with {@link org.askwell.common.db.Database}. */
@NullMarked
package org.askwell.common.db;

import org.jspecify.annotations.NullMarked;
