using System.Reflection;
using Shouldly;
using SmsPortal.Storage;
using Xunit;

namespace SmsPortal.Tests.Architecture;

/// <summary>The rules of the house, read from what was compiled. Each collects all offenders, and each is shown to find a planted one.</summary>
public sealed class RoomTests
{
    private static readonly Assembly Machine = typeof(PortalDb).Assembly;
    private static readonly Assembly Windows = typeof(Web.PortalHost).Assembly;

    [Fact]
    public void Arrows_between_rooms_point_down()
    {
        using var reader = new AssemblyReader(Machine);
        var uses = reader.Uses().ToList();
        uses.Select(use => Rooms.Of(use.User)).Where(room => room is { Length: > 0 }).Distinct().ShouldBeSubsetOf(Rooms.MayUse.Keys, "a new room needs its arrows in Rooms.cs");
        Rooms.Offenders(uses).Distinct().ShouldBeEmpty();
    }

    [Fact]
    public void An_arrow_that_points_up_is_found() =>
        Rooms.Offenders([("SmsPortal.Storage.X", "SmsPortal.Jobs.Y::Run"), ("SmsPortal.Vendors.GetSms.X", "SmsPortal.Vendors.SmsPool.Y")]).Count.ShouldBe(2);

    [Fact]
    public void The_machine_room_knows_no_page_and_no_request()
    {
        using var reader = new AssemblyReader(Machine);
        Offenders(reader, used => used.StartsWith("Microsoft.AspNetCore.Components.", StringComparison.Ordinal) || used.StartsWith("Microsoft.AspNetCore.Http.", StringComparison.Ordinal) || used.StartsWith("Radzen.", StringComparison.Ordinal))
            .ShouldBeEmpty();
    }

    [Fact]
    public void The_windows_do_not_reach_past_the_rooms()
    {
        using var reader = new AssemblyReader(Windows);
        Offenders(reader, used => Rooms.Of(used)?.StartsWith("Vendors.", StringComparison.Ordinal) == true && Rooms.Of(used) != "Vendors.Capabilities").ShouldBeEmpty("pages know capabilities, not vendors");
        reader.Uses().Where(use => use.User.Contains(".Pages.", StringComparison.Ordinal) || use.User.Contains(".Webhooks.", StringComparison.Ordinal) || use.User.Contains(".Layout.", StringComparison.Ordinal))
            .Where(use => use.Used.StartsWith("SmsPortal.Storage.PortalDb", StringComparison.Ordinal))
            .Select(use => $"{use.User} uses {use.Used}").Distinct().ShouldBeEmpty("no page or endpoint touches PortalDb");
    }

    [Fact]
    public void Time_comes_from_the_time_provider() =>
        OffendersIn([Machine, Windows], "System.DateTime::get_Now", "System.DateTime::get_UtcNow", "System.DateTimeOffset::get_Now", "System.DateTimeOffset::get_UtcNow", "System.DateTime::get_Today").ShouldBeEmpty();

    [Fact]
    public void Nobody_blocks_on_a_task() =>
        OffendersIn([Machine], "System.Threading.Tasks.Task`1::get_Result", "System.Threading.Tasks.Task::Wait", "System.Threading.Tasks.Task`1::Wait").ShouldBeEmpty();

    [Fact]
    public void Only_the_one_way_out_opens_connections_to_others()
    {
        string[] ways = ["System.Net.Http.HttpClient::.ctor", "System.Net.Http.HttpMessageInvoker::.ctor", "System.Net.Http.SocketsHttpHandler::.ctor", "System.Net.Http.HttpClientHandler::.ctor", "System.Net.Sockets.TcpClient::.ctor"];
        OffendersIn([Machine, Windows], ways).Where(offender => !offender.StartsWith("SmsPortal.Http.OutboundHttp ", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void Only_the_scheduling_knows_Quartz()
    {
        using var reader = new AssemblyReader(Machine);
        Offenders(reader, used => used.StartsWith("Quartz.", StringComparison.Ordinal)).Where(offender => !offender.StartsWith("SmsPortal.Jobs.Scheduling.", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void Keys_are_opened_by_the_gate_only() =>
        OffendersIn([Machine, Windows], "SmsPortal.VendorAccess.AccountKeys::Reveal").Where(offender => !offender.StartsWith("SmsPortal.VendorAccess.VendorGate ", StringComparison.Ordinal)).ShouldBeEmpty();

    [Fact]
    public void The_feed_is_published_to_by_intake_only() =>
        OffendersIn([Machine, Windows], "SmsPortal.Live.PortalFeed::PublishCommittedAsync").Where(offender => !offender.StartsWith("SmsPortal.Intake.MessageIntake ", StringComparison.Ordinal)).ShouldBeEmpty();

    [Fact]
    public void Classes_are_sealed() =>
        Machine.GetTypes().Concat(Windows.GetTypes())
            .Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false, IsNested: false } && type.Namespace?.StartsWith("SmsPortal", StringComparison.Ordinal) == true)
            .Where(type => type.Name != "_Imports" && !type.IsDefined(typeof(System.CodeDom.Compiler.GeneratedCodeAttribute)))
            .Where(type => !type.IsSubclassOf(typeof(Microsoft.AspNetCore.Components.ComponentBase)))
            .Where(type => type.Name != "_Imports" && type.GetCustomAttribute<System.CodeDom.Compiler.GeneratedCodeAttribute>() is null)
            .Select(type => type.FullName).ShouldBeEmpty();

    [Fact]
    public void Queries_that_return_lines_or_messages_take_the_viewer_first() =>
        Machine.GetTypes().Where(type => type.Namespace == "SmsPortal.Storage" && type.Name.EndsWith("Queries", StringComparison.Ordinal))
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(method => Mentions(method.ReturnType, "StoredMessage", "MessagePage", "LineRow"))
            .Where(method => method.GetParameters().FirstOrDefault()?.ParameterType != typeof(Viewer))
            .Select(method => $"{method.DeclaringType!.Name}.{method.Name}").ShouldBeEmpty();

    private static bool Mentions(Type type, params string[] names) => names.Contains(type.Name) || type.GetGenericArguments().Any(argument => Mentions(argument, names));

    private static IEnumerable<string> OffendersIn(IEnumerable<Assembly> assemblies, params string[] members)
    {
        foreach (var assembly in assemblies)
        {
            using var reader = new AssemblyReader(assembly);
            foreach (var offender in Offenders(reader, members.Contains).ToList())
            {
                yield return offender;
            }
        }
    }

    private static IEnumerable<string> Offenders(AssemblyReader reader, Func<string, bool> forbidden) =>
        reader.Uses().Where(use => use.User.StartsWith("SmsPortal.", StringComparison.Ordinal) && forbidden(use.Used)).Select(use => $"{use.User} uses {use.Used}").Distinct();
}
