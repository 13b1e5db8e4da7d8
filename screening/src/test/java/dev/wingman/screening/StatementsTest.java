package dev.wingman.screening;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatementsTest {
    private static final Screening SCREENING = Screening.standard();

    @ParameterizedTest
    @CsvSource(delimiter = '§', quoteCharacter = '\0', textBlock = """
      sql-delete-without-where§ psql -c "delete/**/from/**/users"
      sql-drop                § psql -c "dr/**/op table users"
      sql-delete-without-where§ delete -- all of them␤from users
      sql-delete-without-where§ merge into t using s on true when matched then delete
      sql-delete-without-where§ delete u from users u
      sql-delete-without-where§ delete from only users
      sql-delete-without-where§ delete from users where 2 > 1
      sql-delete-without-where§ with x as (delete from users returning *) select 1
      sql-update-without-where§ update users as u set admin = true
      sql-truncate            § truncate only users restart identity
      account-change          § alter user app with password 'x'
      account-change          § alter user root identified by 'x'
      account-change          § set password for root = 'x'
      account-change          § update mysql.user set plugin='x' where user='root'
      system-change           § copy t to program 'id'
      system-change           § create extension plpython3u
      """)
    void refusesAStatementThatHidesWhatItDoes(String rule, String line) {
        assertThat(SCREENING.forbidden(line.replace('␤', '\n'), Place.document())).extracting(Violation::rule)
                .contains("forbidden/" + rule.strip());
    }

    @ParameterizedTest
    @ValueSource(strings = {"delete from users -- only one\nwhere id = 7", "delete /* one */ from users where id = 7",
            "merge into t using s on t.id = s.id when matched and s.gone then delete",
            "delete u from users u where u.id = 7", "update users as u set x = 1 where u.id = 7",
            "Alter user settings so that the password field is hidden", "create extension pgcrypto",
            "We copy data to program memory", "delete from users where id > 7"})
    void letsAStatementPassThatNamesItsRows(String line) {
        assertThat(SCREENING.forbidden(line, Place.document())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"User::truncate();", "DB::table('users')->delete();", "User.destroy({ where: {} })",
            "db.users.deleteMany({})", "Order.delete_all", "context.Users.ExecuteDelete();",
            "Schema::dropIfExists('users');", "REPLACE INTO audit_log SELECT 1"})
    void refusesACallThatRemovesAllRows(String line) {
        assertThat(SCREENING.forbidden(line, Place.document())).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Str::truncate('text', 20)", "DB::table('users')->where('id', 7)->delete();",
            "User.destroy({ where: { id: 7 } })", "db.users.deleteMany({\n  gone: true,\n})",
            "Order.where(id: 7).delete_all", "cache.clear()", "REPLACE INTO settings VALUES (1)"})
    void letsACallPassThatSaysWhichRows(String line) {
        assertThat(SCREENING.forbidden(line, Place.document())).isEmpty();
    }

    @Test
    void readsAVerbThatLooksLikeAComment() {
        assertThat(SCREENING.forbidden("--delete -- from users\n--delete from users", Place.document())).isNotEmpty();
    }
}
