package org.askwell.ask;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FactsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            You get 10 days of company leave.                        | Employees get 10 days of company leave a year.
            You have ten days.                                       | Employees have 10 days.
            Hand in the claim by 8 January 2027.                     | Expense claims must be handed in by Friday 8 January 2027.
            It costs EUR 1,500.                                      | The monitor costs 1500 EUR.
            You do not need a certificate for a single day.          | A single day of sick leave needs no medical certificate.
            Write to it@mapleford.example.                           | Mails go to it@mapleford.example at any time.
            你每年有10天年假。                                          | 员工每年享有十天年假。
            报销单须在3个工作日内提交。                                  | 报销单应当在3个工作日内提交给财务部。
            费用是1.5万元。                                            | 该项费用为15000元。
            周三下午两点开会。                                          | 会议在星期三下午2点开始。
            """)
    void other_words_for_the_same_facts_hold(String reworded, String source) {
        assertThat(Facts.hold(reworded, source, "")).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            You get 15 days of company leave.                        | Employees get 10 days of company leave a year.
            You get 10 weeks of company leave.                       | Employees get 10 days of company leave a year.
            You get twelve days of leave.                            | Employees get 10 days of company leave a year.
            Hand it in by 9 January 2027.                            | Expense claims must be handed in by Friday 8 January 2027.
            Hand it in by 8 February 2027.                           | Expense claims must be handed in by Friday 8 January 2027.
            Hand it in by Monday.                                    | Expense claims must be handed in by Friday 8 January 2027.
            It costs USD 1,500.                                      | The monitor costs 1500 EUR.
            A doctor's certificate is needed for a single day.       | A single day of sick leave needs no medical certificate.
            Private parcels cannot be sent to the office.            | Private parcels may be sent to the office.
            Ask Peter Miller for the badge.                          | Ask the reception for the badge.
            Write to it@evil.example.                                | Mails go to it@mapleford.example at any time.
            See www.evil.example for the badge.                      | Ask the reception for the badge.
            You may work from home.                                  | You may work from home only with the agreement of your manager.
            Your manager must sacrifice several chickens beforehand, wearing ceremonial garments. | Ask your manager.
            你每年有15天年假。                                          | 员工每年享有十天年假。
            你每年有十五天年假。                                        | 员工每年享有10天年假。
            私人包裹不可以寄到公司。                                    | 私人包裹可以寄到公司。
            私人包裹可以寄到公司。                                      | 私人包裹不可以寄到公司。
            报销单须在3个月内提交。                                     | 报销单应当在3个工作日内提交给财务部。
            周四开会。                                                | 会议在星期三开始。
            请找王小明经理批准。                                        | 请找直属上级批准。
            登录 Oracle 提交。                                         | 登录 LedgerBox 提交。
            试用期员工可以申请。                                        | 仅转正后的员工可以申请。
            """)
    void what_the_source_does_not_say_does_not_hold(String reworded, String source) {
        assertThat(Facts.hold(reworded, source, "")).isFalse();
    }
}
