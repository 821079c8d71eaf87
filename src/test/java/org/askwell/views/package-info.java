/** The pages, tried inside the server without a browser. Start with {@link org.askwell.views.Screen}. */
package org.askwell.views;
