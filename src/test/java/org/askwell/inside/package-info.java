/** Beans that go into the server with the tests that run there. Start with {@link org.askwell.inside.SmallCompany}. */
package org.askwell.inside;
