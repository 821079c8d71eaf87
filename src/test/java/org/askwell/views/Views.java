package org.askwell.views;

/** All cases about pages; whoever implements it runs them, inside the server, on its database. */
public interface Views
        extends ArticleViews,
                ClockViews,
                ForecastViews,
                AskingViews,
                TicketViews,
                QueueViews,
                FrameViews,
                GapViews,
                AuditViews,
                MyViews,
                SearchViews,
                CardViews,
                PosterViews,
                PinViews,
                ProblemViews,
                AttachmentViews,
                FieldViews,
                ReviewViews,
                BulkViews,
                TodayViews,
                LinkViews,
                MacroViews,
                SavedViewViews,
                DutyViews,
                RuleViews {}
