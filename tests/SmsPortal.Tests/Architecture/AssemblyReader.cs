using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace SmsPortal.Tests.Architecture;

/// <summary>Reads from a compiled assembly which type uses which type and member: signatures, fields, bodies, generic arguments.</summary>
public sealed class AssemblyReader : IDisposable
{
    private static readonly Dictionary<int, OpCode> OpCodes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => (int)(ushort)code.Value);

    private readonly PEReader _file;
    private readonly MetadataReader _reader;

    public AssemblyReader(Assembly assembly)
    {
        _file = new PEReader(File.OpenRead(assembly.Location));
        _reader = _file.GetMetadataReader();
    }

    /// <summary>Every (user, used) pair; a member is written <c>Type::Member</c>. Compiler-made nested types count as the type around them.</summary>
    public IEnumerable<(string User, string Used)> Uses() =>
        from handle in _reader.TypeDefinitions
        let user = Outermost(handle)
        from used in UsedBy(_reader.GetTypeDefinition(handle))
        where used != user
        select (user, used);

    public void Dispose() => _file.Dispose();

    private IEnumerable<string> UsedBy(TypeDefinition type)
    {
        var used = new List<string>();
        var names = new NameProvider(this, used);
        Add(type.BaseType, used);
        foreach (var implemented in type.GetInterfaceImplementations())
        {
            Add(_reader.GetInterfaceImplementation(implemented).Interface, used);
        }

        foreach (var field in type.GetFields())
        {
            _reader.GetFieldDefinition(field).DecodeSignature(names, null);
        }

        foreach (var handle in type.GetMethods())
        {
            var method = _reader.GetMethodDefinition(handle);
            method.DecodeSignature(names, null);
            if (method.RelativeVirtualAddress != 0)
            {
                var body = _file.GetMethodBody(method.RelativeVirtualAddress);
                if (!body.LocalSignature.IsNil)
                {
                    _reader.GetStandaloneSignature(body.LocalSignature).DecodeLocalSignature(names, null);
                }

                foreach (var token in Tokens(body.GetILBytes() ?? []))
                {
                    Add(token, used);
                }
            }
        }

        return used;
    }

    private static IEnumerable<EntityHandle> Tokens(byte[] il)
    {
        for (var at = 0; at < il.Length;)
        {
            int value = il[at++];
            if (value == 0xFE)
            {
                value = (value << 8) | il[at++];
            }

            var code = OpCodes[value];
            if (code.OperandType is OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType)
            {
                yield return (EntityHandle)MetadataTokens.Handle(BitConverter.ToInt32(il, at));
            }

            at += code.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(il, at)),
                _ => 4,
            };
        }
    }

    private void Add(EntityHandle handle, List<string> used)
    {
        // An interface has no base type.
        if (handle.IsNil)
        {
            return;
        }

        var names = new NameProvider(this, used);
        switch (handle.Kind)
        {
            case HandleKind.TypeReference:
            case HandleKind.TypeDefinition:
                used.Add(Name(handle));
                break;
            case HandleKind.TypeSpecification:
                _reader.GetTypeSpecification((TypeSpecificationHandle)handle).DecodeSignature(names, null);
                break;
            case HandleKind.MethodSpecification:
                var generic = _reader.GetMethodSpecification((MethodSpecificationHandle)handle);
                generic.DecodeSignature(names, null);
                Add(generic.Method, used);
                break;
            case HandleKind.MethodDefinition:
                var method = _reader.GetMethodDefinition((MethodDefinitionHandle)handle);
                used.Add($"{Outermost(method.GetDeclaringType())}::{_reader.GetString(method.Name)}");
                used.Add(Outermost(method.GetDeclaringType()));
                break;
            case HandleKind.FieldDefinition:
                used.Add(Outermost(_reader.GetFieldDefinition((FieldDefinitionHandle)handle).GetDeclaringType()));
                break;
            case HandleKind.MemberReference:
                var member = _reader.GetMemberReference((MemberReferenceHandle)handle);
                var before = used.Count;
                Add(member.Parent, used);
                if (used.Count > before)
                {
                    used.Add($"{used[before]}::{_reader.GetString(member.Name)}");
                }

                break;
        }
    }

    private string Outermost(TypeDefinitionHandle handle)
    {
        var type = _reader.GetTypeDefinition(handle);
        return type.GetDeclaringType() is { IsNil: false } around ? Outermost(around) : $"{_reader.GetString(type.Namespace)}.{_reader.GetString(type.Name)}";
    }

    private string Name(EntityHandle handle)
    {
        if (handle.Kind == HandleKind.TypeDefinition)
        {
            return Outermost((TypeDefinitionHandle)handle);
        }

        var type = _reader.GetTypeReference((TypeReferenceHandle)handle);
        return type.ResolutionScope.Kind == HandleKind.TypeReference ? Name(type.ResolutionScope) : $"{_reader.GetString(type.Namespace)}.{_reader.GetString(type.Name)}";
    }

    /// <summary>Notes every type that a signature names.</summary>
    private sealed class NameProvider(AssemblyReader assembly, List<string> used) : ISignatureTypeProvider<string, object?>
    {
        public string GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) => Note(assembly.Name(handle));

        public string GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) => Note(assembly.Name(handle));

        public string GetTypeFromSpecification(MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
            reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);

        public string GetArrayType(string elementType, ArrayShape shape) => elementType;

        public string GetByReferenceType(string elementType) => elementType;

        public string GetFunctionPointerType(MethodSignature<string> signature) => "";

        public string GetGenericInstantiation(string genericType, ImmutableArray<string> typeArguments) => genericType;

        public string GetGenericMethodParameter(object? genericContext, int index) => "";

        public string GetGenericTypeParameter(object? genericContext, int index) => "";

        public string GetModifiedType(string modifier, string unmodifiedType, bool isRequired) => unmodifiedType;

        public string GetPinnedType(string elementType) => elementType;

        public string GetPointerType(string elementType) => elementType;

        public string GetPrimitiveType(PrimitiveTypeCode typeCode) => typeCode.ToString();

        public string GetSZArrayType(string elementType) => elementType;

        private string Note(string name)
        {
            used.Add(name);
            return name;
        }
    }
}
