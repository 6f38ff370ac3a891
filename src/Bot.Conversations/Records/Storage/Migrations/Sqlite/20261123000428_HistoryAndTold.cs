using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Bot.Conversations.Records.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class HistoryAndTold : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "History",
                table: "turns",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Words",
                table: "tellings",
                type: "TEXT",
                nullable: true);

            // Told corrections keep their line; what waits is put into words when it is told, in the reader's language. 2 is Told.
            migrationBuilder.Sql("""
                UPDATE tellings SET "Words" = (SELECT "Wording" FROM corrections WHERE corrections."Id" = tellings."Correction") WHERE "State" = 2;
                """);
            migrationBuilder.Sql("""
                UPDATE corrections SET "Wording" = substr("Wording", 26) WHERE "Wording" LIKE 'Corrected on ____-__-__: %';
                """);
            migrationBuilder.Sql("""
                DELETE FROM channel_values WHERE "Channel" = 'web' AND "Key" LIKE 'corrections/%';
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "History",
                table: "turns");

            migrationBuilder.DropColumn(
                name: "Words",
                table: "tellings");
        }
    }
}
